module github.com/z/y

go 1.21

require (
	github.com/a/b v1.3.0
	github.com/b/new v2.0.0
	github.com/e/f v1.0.0 // indirect
)
