package linli.entry;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;

/** Jackson's CBOR, bounded: whatever the bytes are, reading them costs no more than their length allows. */
final class Cbor {
    static final CBORFactory FACTORY = CBORFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxStringLength(EntryCodec.MAX_BYTES)
                    .maxNameLength(64)
                    .maxNumberLength(32)
                    .build())
            .build();

    private Cbor() {}
}
