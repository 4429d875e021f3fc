package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// grown is what a proof of consistency claims: the newer tree begins with the older one.
type grown struct {
	older, newer tlog.Tree
	path         tlog.TreeProof
}

func (claim grown) check() error {
	return tlog.CheckTree(claim.path, claim.newer.N, claim.newer.Hash, claim.older.N, claim.older.Hash)
}

func checkConsistency(r *report, given *evidence) {
	r.section(fmt.Sprintf("Consistency of sizes %d and %d, by tlog.CheckTree", given.older.tree.N, given.newer.tree.N))
	claim := grown{older: given.older.tree, newer: given.newer.tree}
	var err error
	claim.path, err = tlog.ProveTree(claim.newer.N, claim.older.N, given.newer.hashes())
	if err == nil {
		err = claim.check()
	}
	if !r.accepts("the path taken from the tiles", err) {
		return
	}
	if given.folder != "" {
		r.accepts("the proof that Linli wrote", linliConsistency(given, claim))
	}
	spoilConsistency(r, claim)
}

// linliConsistency checks Linli's own path, written as in a request to a witness: one hash to a line.
func linliConsistency(given *evidence, proven grown) error {
	text, err := os.ReadFile(filepath.Join(given.folder, "consistency"))
	if err != nil {
		return err
	}
	path, err := parseHashes(strings.Split(strings.TrimSuffix(string(text), "\n"), "\n"))
	if err != nil {
		return err
	}
	if fmt.Sprint(path) != fmt.Sprint([]tlog.Hash(proven.path)) {
		return errors.New("it differs from the path taken from the tiles")
	}
	return grown{proven.older, proven.newer, path}.check()
}

func spoilConsistency(r *report, proven grown) {
	spoilt := proven
	spoilt.older.Hash[0] ^= 1
	r.refuses("another root of the older tree", spoilt.check())

	spoilt = proven
	spoilt.newer.Hash[0] ^= 1
	r.refuses("another root of the newer tree", spoilt.check())

	spoilt = proven
	spoilt.older.N--
	r.refuses("another size of the older tree", spoilt.check())

	spoilt = proven
	spoilt.path = proven.path[:len(proven.path)-1]
	r.refuses("a path cut short", spoilt.check())

	spoilt = proven
	spoilt.path = append(tlog.TreeProof{}, proven.path...)
	spoilt.path[0][0] ^= 1
	r.refuses("a flipped bit in the path", spoilt.check())
}
