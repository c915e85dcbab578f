. "${RECIPES:-$(dirname "$0")/../recipe.sh}"

repository showkeeper
at 2019-01-05
every 1209600
commit showkeeper "Keep a list of series" "README.md=# Showkeeper
Showkeeper finds, sorts and renames the episodes of your television series." \
  "src/series/series.py=class Series:
    def __init__(self, title):
        self.title = title
        self.seasons = []

    def episodes(self):
        return [episode for season in self.seasons for episode in season]" \
  "src/series/season.py=class Season:
    def __init__(self, series, number):
        self.series = series
        self.number = number" \
  "src/core/queue.py=$(lines queue 40)" "src/core/disk.py=$(lines disk 40)"
commit showkeeper "Match episode names" "src/series/episode_parser.py=def parse_episode(name):
    season, episode = name.split('x')
    return int(season), int(episode)"
commit showkeeper "Retry downloads" 'src/core/queue.py~s/line 11/retried line 11/'
tag showkeeper v1.0
fork_of showkeeper filmkeeper

# The fork keeps the core and replaces the domain: films, not series.
as "Finn Reel" finn@filmkeeper.example
at 2019-07-01
commit filmkeeper "Manage films instead of series" "README.md=# Filmkeeper
Filmkeeper is a fork of Showkeeper to work with films instead of television series." \
  "-src/series" "src/films/film.py=class Film:
    def __init__(self, title, year):
        self.title = title
        self.year = year
        self.editions = []"
commit filmkeeper "Match film names by year" "src/films/film_parser.py=def parse_film(name):
    title, year = name.rsplit('(', 1)
    return title.strip(), int(year.rstrip(')'))"
commit filmkeeper "Know cinema and disc release dates" "src/films/release_dates.py=$(lines cinema 30)"
commit filmkeeper "Group films into collections" "src/collections/collection.py=$(lines collection 30)"
commit filmkeeper "Prefer the director's cut" "src/films/editions.py=$(lines edition 25)"
commit filmkeeper "Show film posters" "ui/posters/poster.js=$(lines poster 30)"
at 2019-08-01
as "Ada Example" ada@example.org
commit showkeeper "Sort specials into season zero" 'src/series/season.py~s/number$/number or 0/'
commit showkeeper "Check free disk space first" 'src/core/disk.py~s/line 30/checked line 30/'
# One fix of the shared core is taken over.
at 2019-10-01
as "Finn Reel" finn@filmkeeper.example
pick filmkeeper showkeeper:main -x
