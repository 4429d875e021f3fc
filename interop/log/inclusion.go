package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// included is what a proof of inclusion claims: under this root of this size, the path leads from the leaf at the index.
type included struct {
	tree  tlog.Tree
	index int64
	leaf  tlog.Hash
	path  tlog.RecordProof
}

func (claim included) check() error {
	return tlog.CheckRecord(claim.path, claim.tree.N, claim.tree.Hash, claim.index, claim.leaf)
}

func checkInclusion(r *report, given *evidence) {
	r.section("Inclusion, by tlog.CheckRecord")
	entries := given.newer.entries
	for _, index := range given.entries {
		proven, err := fromTiles(given.newer, index, entries[index])
		good := r.accepts(fmt.Sprintf("entry %d, the path taken from the tiles", index), err)
		if good && given.folder != "" {
			r.accepts(fmt.Sprintf("entry %d, the proof that Linli wrote", index), fromLinli(given, proven, entries[index]))
		}
		if good && index == given.entries[0] {
			spoilInclusion(r, proven, entries)
		}
	}
}

func fromTiles(e *export, index int64, entry []byte) (included, error) {
	path, err := tlog.ProveRecord(e.tree.N, index, e.hashes())
	claim := included{e.tree, index, tlog.RecordHash(entry), path}
	if err == nil {
		err = claim.check()
	}
	return claim, err
}

// fromLinli checks Linli's .tlog-proof on its own, then that it is about this entry and says what the tiles say.
func fromLinli(given *evidence, proven included, entry []byte) error {
	name := filepath.Join(given.folder, fmt.Sprint(proven.index))
	raw, err := os.ReadFile(name + ".entry")
	if err != nil {
		return err
	}
	if !bytes.Equal(raw, entry) {
		return errors.New("the entry shown is not the one in the bundle")
	}
	proof, err := os.ReadFile(name + ".tlog-proof")
	if err != nil {
		return err
	}
	claim, err := parseProof(string(proof), given.signers())
	if err != nil {
		return err
	}
	claim.leaf = tlog.RecordHash(raw)
	if claim.tree != proven.tree || claim.index != proven.index || fmt.Sprint(claim.path) != fmt.Sprint(proven.path) {
		return errors.New("it differs from the path taken from the tiles")
	}
	return claim.check()
}

// parseProof reads a proof that stands alone (c2sp.org/tlog-proof) and verifies the checkpoint in it. The leaf is not in it:
// whoever checks computes it from the entry.
func parseProof(proof string, signers []note.Verifier) (included, error) {
	claim := included{}
	parts := strings.SplitN(proof, "\n\n", 2)
	lines := strings.Split(parts[0], "\n")
	if len(parts) != 2 || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return claim, errors.New("not a tlog-proof")
	}
	if _, err := fmt.Sscanf(lines[1], "index %d", &claim.index); err != nil {
		return claim, err
	}
	path, err := parseHashes(lines[2:])
	if err != nil {
		return claim, err
	}
	claim.path = path
	claim.tree, err = openCheckpoint([]byte(parts[1]), signers...)
	return claim, err
}

func parseHashes(lines []string) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(lines))
	for i, line := range lines {
		var err error
		if hashes[i], err = tlog.ParseHash(line); err != nil {
			return nil, err
		}
	}
	return hashes, nil
}

func spoilInclusion(r *report, proven included, entries [][]byte) {
	spoilt := proven
	spoilt.index++
	r.refuses("another index", spoilt.check())

	spoilt = proven
	spoilt.path = proven.path[:len(proven.path)-1]
	r.refuses("a path cut short", spoilt.check())

	spoilt = proven
	spoilt.path = append(tlog.RecordProof{}, proven.path...)
	spoilt.path[0][0] ^= 1
	r.refuses("a flipped bit in the path", spoilt.check())

	spoilt = proven
	spoilt.leaf = tlog.RecordHash(entries[proven.index+1])
	r.refuses("another entry", spoilt.check())

	spoilt = proven
	spoilt.tree.N *= 2
	r.refuses("a tree of twice the size", spoilt.check())
}
