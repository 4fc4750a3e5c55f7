"""Finds work items ("tasks") in the sentences of an article."""

from evafacts.mentions.tasks.find import find_tasks
from evafacts.mentions.tasks.mention import TaskMention

__all__ = ["TaskMention", "find_tasks"]
