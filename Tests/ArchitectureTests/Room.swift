/// A room of the library: a folder of Sources, and what its files may import.
struct Room {
  let name: String
  /// Other rooms, each with the reason. Data walks one way: only rooms further up in ``all``.
  let rooms: [Permission]
  /// Modules of packages and of the system, each with the reason.
  let others: [Permission]

  /// One module that may be imported, and why.
  struct Permission: ExpressibleByArrayLiteral {
    let module: String
    let reason: String

    init(arrayLiteral elements: String...) { (module, reason) = (elements[0], elements[1]) }
  }

  init(_ name: String, _ rooms: [Permission] = [], others: [Permission] = []) {
    (self.name, self.rooms, self.others) = (name, rooms, others)
  }

  /// The rooms in the order in which data walks through them.
  static let all = [
    Room("CLibgit2"),
    Room("CLibdeflate"),
    Room("CMalloc"),
    Room("GitValues"),
    Room("Evidence"),
    Room("Declarations", others: [["Yams", "what people write is YAML"]]),
    Room(
      "FactStore",
      others: [["GRDB", "facts lie in SQLite"], ["Foundation", "makes the folder of the file, holds bytes"]]
    ),
    Room(
      "Packs",
      [["CLibdeflate", "inflates what packs hold"], ["GitValues", "asks for objects by id"]],
      others: [
        ["Foundation", "lists packs and reads which folders are borrowed"], ["Glibc", "maps files into memory"],
        ["Synchronization", "all threads hold one mapping"],
      ]
    ),
    Room(
      "Git",
      [
        ["CLibgit2", "the only room that talks to the library"], ["GitValues", "what it reads becomes values"],
        ["Packs", "objects in packs are read faster there"],
      ],
      others: [
        ["Foundation", "reads what libgit2 does not: shallow, configuration, the scratch folder"],
        ["Glibc", "bytes, links and files as the system has them"],
        ["Synchronization", "one start of the library, one choice of verification, lots of work for all threads"],
      ]
    ),
    Room(
      "CloneSet",
      [["Git", "opens clones and pins their references"], ["GitValues", "names, ids, dates"]],
      others: [
        ["Foundation", "lists folders and resolves paths, checks regular expressions of profiles"],
        ["Yams", "the family file is YAML, and read nowhere else"],
      ]
    ),
    Room(
      "History",
      [["Git", "reads commits"], ["GitValues", "their ids and dates"]],
      others: [
        ["BitCollections", "sets of commits"], ["Glibc", "sorts and copies large arrays"],
        ["Synchronization", "several threads read one graph"],
      ]
    ),
    Room("Portrait", [["Git", "reads READMEs, licences, manifests"], ["GitValues", "trees and paths"]]),
    Room(
      "Family",
      [
        ["Evidence", "who is upstream is said with reasons"], ["Git", "reads trees and authors of common commits"],
        ["GitValues", "ids and names"], ["History", "who has whose commits"],
        ["Portrait", "what projects say of each other"],
      ],
      others: [["BitCollections", "sets of commits"]]
    ),
    Room(
      "Lineage",
      [
        ["Git", "reads trees and commits that decide"], ["GitValues", "names of branches, ids, contents"],
        ["History", "bases, fork point, merges"],
      ],
      others: [
        ["Algorithms", "finds a place in a sorted list"], ["BitCollections", "sets of commits"],
        ["Synchronization", "several threads compare trees"],
      ]
    ),
    Room(
      "Divergence",
      [
        ["FactStore", "words of files are counted once"], ["Git", "reads trees and contents"],
        ["GitValues", "paths and changes"], ["History", "commits since the base"],
      ],
      others: [
        ["BitCollections", "sets of commits"], ["Foundation", "logarithm"],
        ["HeapModule", "the best pairs of renamed files first"],
      ]
    ),
    Room(
      "PatchFlow",
      [
        ["FactStore", "contents of commits are read once"], ["Git", "reads commits, trees and contents"],
        ["GitValues", "ids, paths, months"], ["History", "which side has which commits"],
        ["Divergence", "its comparison of trees"],
      ],
      others: [
        ["BitCollections", "sets of commits"], ["Foundation", "the rules of fixes are JSON"], ["Glibc", "logarithm"],
      ]
    ),
    Room(
      "Compatibility",
      [
        ["CloneSet", "profiles are declared as in a family file"],
        ["FactStore", "contents are read once"], ["Git", "reads trees and contents, keeps the private folder"],
        ["GitValues", "ids and paths"],
      ],
      others: [
        ["Foundation", "regular expressions and JSON"], ["Glibc", "starts ctags without a shell"],
        ["Synchronization", "all forks of a family share what was read"],
      ]
    ),
    Room(
      "Community",
      [
        ["Git", "reads who stands in commits, trees, and .mailmap"], ["GitValues", "ids, names, months"],
        ["History", "which side has which commits"],
      ],
      others: [["BitCollections", "sets of commits"], ["Foundation", "the rules of domains are JSON"]]
    ),
    Room(
      "Track",
      [["Evidence", "a verdict is its evidence; it needs no repository"]],
      others: [["Foundation", "exponential and logarithm"]]
    ),
    Room(
      "Landscape",
      [["Evidence", "evidence is kept as it was given"], ["GitValues", "classes of files, months"]],
      others: [
        ["Dispatch", "long lists are encoded by all cores"], ["Foundation", "JSON"],
        ["Synchronization", "all cores hand in what they encoded"],
      ]
    ),
    Room(
      "Report",
      [
        ["Evidence", "the values of messages"], ["GitValues", "classes of files"],
        ["Landscape", "all that a page may say is in it"],
      ],
      others: [["Foundation", "catalogues are JSON"]]
    ),
    Room(
      "DriftCheck",
      [
        ["Declarations", "policy and waivers are written by people"], ["Evidence", "parameters of messages"],
        ["GitValues", "classes of files"], ["Landscape", "all that a rule may look at is in it"],
        ["Report", "foreign text is made harmless in one place"],
      ],
      others: [["Foundation", "JSON"]]
    ),
    Room(
      "Pipeline",
      [
        ["CloneSet", "finds the clones"], ["Community", "a stage"], ["Compatibility", "a stage"],
        ["Divergence", "a stage"], ["Evidence", "hands it on"],
        ["FactStore", "what an earlier run kept"], ["Family", "a stage"], ["Git", "repositories for the stages"],
        ["GitValues", "what stages hand on"], ["History", "a stage"], ["Landscape", "the result"],
        ["Lineage", "a stage"], ["PatchFlow", "a stage"],
        ["Portrait", "a stage"], ["Track", "a stage"],
      ],
      others: [["BitCollections", "sets of commits"], ["Foundation", "how many processors there are"]]
    ),
    Room(
      "forkscape",
      [
        ["CMalloc", "keeps freed memory"], ["CloneSet", "family file and named pairs"],
        ["Declarations", "what is wrong in a policy"],
        ["DriftCheck", "judges what was found"], ["FactStore", "says where facts are kept"],
        ["Git", "version of libgit2, errors, scratch folders"], ["Landscape", "prints what it holds"],
        ["PatchFlow", "what may tell that two commits are one change"],
        ["Pipeline", "runs the analysis"], ["Report", "renders the report"],
      ],
      others: [
        ["ArgumentParser", "the command line"], ["Foundation", "files, environment, signals"], ["Glibc", "exit codes"],
        ["Logging", "--verbose"], ["Synchronization", "what is to be cleaned up"],
      ]
    ),
  ]

  static func named(_ name: String) -> Room? { all.first { $0.name == name } }
}
