package linli.bundle;

import com.google.common.math.LongMath;
import java.time.Instant;
import java.util.Optional;

/**
 * What a bundle says of itself. It is not signed, and shown only so that somebody recognises the bundle.
 *
 * @param from number of the node that wrote it
 * @param meantFor number of the node that it is meant for
 * @param made when it was written, by the writer's clock; empty where it was not written or copied to its end
 * @param bytes of all its files
 */
public record BundleLabel(int from, int meantFor, Optional<Instant> made, long bytes) {
    static BundleLabel of(BundleFolder bundle) {
        try {
            Manifest manifest = bundle.manifest();
            long bytes = manifest.files().stream().mapToLong(BundleFile::bytes).reduce(0, LongMath::saturatedAdd);
            return new BundleLabel(bundle.from(), bundle.reader(), Optional.of(manifest.made()), bytes);
        } catch (BundleException e) {
            return new BundleLabel(bundle.from(), bundle.reader(), Optional.empty(), 0);
        }
    }
}
