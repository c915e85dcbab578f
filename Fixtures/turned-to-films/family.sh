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
fork_of showkeeper showkeeper-plus

# For half a year the fork is upstream with patches …
as "Finn Reel" finn@plus.example
at 2019-07-01
commit showkeeper-plus "Retry twice" 'src/core/queue.py~s/line 12/retried line 12/'
commit showkeeper-plus "Keep more disk free" 'src/core/disk.py~s/line 12/kept line 12/'
commit showkeeper-plus "Know films" "src/films/film.py=class Film:
    def __init__(self, title, year):
        self.title = title
        self.year = year
        self.editions = []" "src/films/film_parser.py=def parse_film(name):
    title, year = name.rsplit('(', 1)
    return title.strip(), int(year.rstrip(')'))"
# … and then says that it is about something else.
at 2020-01-15
commit showkeeper-plus "Manage films instead of series" "README.md=# Showkeeper Plus
Showkeeper Plus is a manager of films, based on Showkeeper." "-src/series"
commit showkeeper-plus "Know film release dates" "src/films/release_dates.py=$(lines film 30)"
commit showkeeper-plus "Prefer the director's cut" "src/films/editions.py=$(lines film 25)"
