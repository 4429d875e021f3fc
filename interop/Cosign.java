import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import linli.log.Cosignature;
import linli.log.NoteSignature;
import linli.log.SignedCheckpoint;
import linli.log.SigningKey;
import linli.log.Vkey;

/**
 * Adds a cosignature to a checkpoint where no county did, by a key made for the occasion, and prints that key's public
 * half. Arguments: the file of the checkpoint, the log's verifier key.
 */
final class Cosign {
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Vkey log = Vkey.ofText(arguments[1]);
        SignedCheckpoint checkpoint = SignedCheckpoint.ofBytes(Files.readAllBytes(file), log);
        SigningKey key = SigningKey.generate(new SecureRandom());
        String cosigner = log.name() + "/mirror";
        NoteSignature line = Cosignature.sign(
                cosigner, key, checkpoint.note().text(), Instant.now().getEpochSecond());
        Files.write(file, checkpoint.with(line).toBytes());
        System.out.println(new Vkey(cosigner, Vkey.Role.COSIGNATURE, key.verifyKey()));
    }
}
