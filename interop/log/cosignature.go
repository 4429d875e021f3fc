package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
)

const (
	cosignatureType = 4
	keyIDBytes      = 4
	timeBytes       = 8
)

// cosigner verifies Ed25519 cosignatures (c2sp.org/tlog-cosignature, version 1). x/mod knows only keys of logs, so this is
// its note.Verifier, written from the specification with Go's own crypto/ed25519.
type cosigner struct {
	name string
	id   uint32
	key  ed25519.PublicKey
}

func newCosigner(vkey string) (*cosigner, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("a verifier key is written name+keyid+base64")
	}
	typed, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(typed) != 1+ed25519.PublicKeySize || typed[0] != cosignatureType {
		return nil, errors.New("not an Ed25519 key for cosignatures")
	}
	id := sha256.Sum256(append([]byte(parts[0]+"\n"), typed...))
	if fmt.Sprintf("%x", id[:keyIDBytes]) != parts[1] {
		return nil, errors.New("the key id is not that of this name and key")
	}
	return &cosigner{parts[0], binary.BigEndian.Uint32(id[:]), typed[1:]}, nil
}

// Name, KeyHash and Verify make it a note.Verifier.
func (c *cosigner) Name() string { return c.name }

func (c *cosigner) KeyHash() uint32 { return c.id }

func (c *cosigner) Verify(text, signature []byte) bool {
	if len(signature) != timeBytes+ed25519.SignatureSize {
		return false
	}
	head := fmt.Sprintf("cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(signature))
	return ed25519.Verify(c.key, append([]byte(head), text...), signature[timeBytes:])
}

// cosignedAt is the time of the cosignature in a note that was verified.
func (c *cosigner) cosignedAt(message []byte) (time.Time, error) {
	opened, err := note.Open(message, note.VerifierList(c))
	if err != nil {
		return time.Time{}, err
	}
	payload, err := base64.StdEncoding.DecodeString(opened.Sigs[0].Base64)
	if err != nil {
		return time.Time{}, err
	}
	return time.Unix(int64(binary.BigEndian.Uint64(payload[keyIDBytes:])), 0).UTC(), nil
}

func checkCosignature(r *report, given *evidence) {
	if given.cosigner == nil {
		return
	}
	r.section("Cosignature, by note.Open and crypto/ed25519")
	message := given.newer.checkpoint
	_, err := openCheckpoint(message, given.signers()...)
	if !r.accepts("both the log and "+given.cosigner.name+" signed the newer checkpoint", err) {
		return
	}
	at, err := given.cosigner.cosignedAt(message)
	if err == nil && at.After(time.Now().Add(time.Hour)) {
		err = fmt.Errorf("%s is in the future", at)
	}
	r.accepts("its time is "+at.Format(time.RFC3339), err)
	spoilCosignature(r, given, message)
}

func spoilCosignature(r *report, given *evidence, message []byte) {
	name, size := given.cosigner.name, given.newer.tree.N
	refused := func(what string, spoilt []byte) {
		_, err := note.Open(spoilt, note.VerifierList(given.cosigner))
		r.refuses(what, err)
	}
	refused("a flipped bit in the cosignature", flipInSignature(message, name, keyIDBytes+timeBytes))
	refused("another time", flipInSignature(message, name, keyIDBytes+timeBytes-1))
	refused("another size under the same cosignature", withSize(message, size, size+1))
	other := bytes.Replace(message, []byte(given.log.Name()+"\n"), []byte(given.log.Name()+"x\n"), 1)
	refused("another log's name under the same cosignature", other)
}
