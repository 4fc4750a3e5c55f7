"""The spaCy components, one file a kind, each usable alone; dates and times are beside this folder.

Each finds its mentions in the text of the Doc and writes them to a span group; what they
share stands in ``doc._.evafacts``, so that nothing is found twice.
"""
