"""What a person looks at: an article with its facts marked, and its records as blocks."""
