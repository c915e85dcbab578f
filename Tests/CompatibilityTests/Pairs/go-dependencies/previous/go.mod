module github.com/x/y

go 1.16

require (
	github.com/a/b v1.2.0
	github.com/c/d v0.1.0
)
