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
		checkMessage(r, given, claim)
	}
	spoilConsistency(r, claim)
}

// checkMessage checks the message that Linli writes, add-checkpoint of c2sp.org/tlog-witness: it must say what the tiles say.
func checkMessage(r *report, given *evidence, proven grown) {
	message, err := os.ReadFile(filepath.Join(given.folder, "consistency"))
	if err == nil {
		err = saysTheSame(message, given, proven)
	}
	if !r.accepts("the proof that Linli wrote", err) {
		return
	}
	for _, signer := range given.signers() {
		spoilt := flipInSignature(message, signer.Name(), keyIDBytes)
		r.refuses("a flipped bit in the signature of "+signer.Name()+" below it", saysTheSame(spoilt, given, proven))
	}
}

// saysTheSame reads the older size, the path, and the newer checkpoint, which must be signed by everybody.
func saysTheSame(message []byte, given *evidence, proven grown) error {
	parts := strings.SplitN(string(message), "\n\n", 2)
	lines := strings.Split(parts[0], "\n")
	if len(parts) != 2 || lines[0] != fmt.Sprintf("old %d", proven.older.N) {
		return errors.New("not a message from the older size on")
	}
	path, err := parseHashes(lines[1:])
	if err != nil {
		return err
	}
	if fmt.Sprint(path) != fmt.Sprint([]tlog.Hash(proven.path)) {
		return errors.New("it differs from the path taken from the tiles")
	}
	newer, err := openCheckpoint([]byte(parts[1]), given.signers()...)
	if err != nil {
		return err
	}
	return grown{proven.older, newer, path}.check()
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
