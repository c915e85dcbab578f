package main
var c = map[string]F{
	"apply": func() (cli.Command, error) {
	},
	"push": func() (cli.Command, error) {
	},
}
