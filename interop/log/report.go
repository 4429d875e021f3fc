package main

import "fmt"

// report prints one line for each check.
type report struct{ failed bool }

func (r *report) section(title string) {
	fmt.Printf("\n%s\n", title)
}

// accepts notes a check that must succeed.
func (r *report) accepts(what string, err error) bool {
	if err == nil {
		fmt.Println("ok      " + what)
		return true
	}
	r.failed = true
	fmt.Printf("FAILED  %s: %v\n", what, err)
	return false
}

// refuses notes a check of something spoilt, which must fail: a verifier that accepts everything would pass the others.
func (r *report) refuses(what string, err error) {
	if err != nil {
		fmt.Println("ok      refused: " + what)
		return
	}
	r.failed = true
	fmt.Printf("FAILED  refused: %s: it was accepted\n", what)
}
