"""What a text names: spacewalks, people, airlocks, places, work, days, times and lengths."""
