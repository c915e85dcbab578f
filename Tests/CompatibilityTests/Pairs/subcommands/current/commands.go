package main
var c = map[string]F{
	"apply": func() (cli.Command, error) {
	},
	"taint": func() (cli.Command, error) {
	},
}
