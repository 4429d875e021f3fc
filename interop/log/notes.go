package main

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// openCheckpoint has note.Open verify a checkpoint and demands a signature of every verifier.
func openCheckpoint(message []byte, verifiers ...note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open(message, note.VerifierList(verifiers...))
	if err != nil {
		return tlog.Tree{}, err
	}
	if len(opened.Sigs) != len(verifiers) {
		return tlog.Tree{}, fmt.Errorf("%d of %d known keys signed", len(opened.Sigs), len(verifiers))
	}
	return parseCheckpoint(opened.Text, verifiers[0].Name())
}

// parseCheckpoint reads the three lines of c2sp.org/tlog-checkpoint.
func parseCheckpoint(text, origin string) (tlog.Tree, error) {
	lines := strings.Split(text, "\n")
	if len(lines) < 4 || lines[0] != origin {
		return tlog.Tree{}, errors.New("not a checkpoint of " + origin)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || strconv.FormatInt(size, 10) != lines[1] {
		return tlog.Tree{}, fmt.Errorf("not a size: %q", lines[1])
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

// flipInSignature flips one bit of what a signature line carries: four bytes of key id, then the signature.
func flipInSignature(message []byte, name string, offset int) []byte {
	prefix := "— " + name + " "
	lines := strings.Split(string(message), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, prefix) {
			payload, err := base64.StdEncoding.DecodeString(line[len(prefix):])
			if err == nil && len(payload) > offset {
				payload[offset] ^= 1
				lines[i] = prefix + base64.StdEncoding.EncodeToString(payload)
			}
		}
	}
	return []byte(strings.Join(lines, "\n"))
}

// withSize states another size above the same signatures.
func withSize(message []byte, from, to int64) []byte {
	return bytes.Replace(message, []byte(fmt.Sprintf("\n%d\n", from)), []byte(fmt.Sprintf("\n%d\n", to)), 1)
}

func checkCheckpoints(r *report, given *evidence) bool {
	r.section("Checkpoints, by golang.org/x/mod/sumdb/note")
	older := r.accepts("the log's key signed the older one", given.older.open(given.log))
	newer := r.accepts("the log's key signed the newer one", given.newer.open(given.log))
	if !older || !newer {
		return false
	}
	sizes := fmt.Sprintf("their sizes are %d and %d, and the entries to prove are below", given.older.tree.N, given.newer.tree.N)
	good := r.accepts(sizes, inOrder(given))
	spoilCheckpoint(r, given)
	return good
}

func inOrder(given *evidence) error {
	if given.older.tree.N <= 0 || given.older.tree.N >= given.newer.tree.N {
		return errors.New("the newer export must be of a later size than the older one")
	}
	for _, index := range given.entries {
		if index < 0 || index >= given.newer.tree.N {
			return fmt.Errorf("there is no entry %d", index)
		}
	}
	return nil
}

func spoilCheckpoint(r *report, given *evidence) {
	refused := func(what string, spoilt []byte) {
		_, err := openCheckpoint(spoilt, given.log)
		r.refuses(what, err)
	}
	message, size := given.newer.checkpoint, given.newer.tree.N
	refused("a flipped bit in the signature", flipInSignature(message, given.log.Name(), keyIDBytes))
	refused("a flipped bit in the key id", flipInSignature(message, given.log.Name(), 0))
	refused("another size under the same signature", withSize(message, size, size+1))
}
