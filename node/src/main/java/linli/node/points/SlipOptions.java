package linli.node.points;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import linli.node.console.Failures;
import linli.text.QrSvg;
import linli.text.QrText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a signed entry is handed over: as a code to be scanned, as text, as a file. */
public final class SlipOptions {
    @Option(names = "--slip", paramLabel = "FILE", description = "Writes the slip's text to this file, too.")
    private @Nullable Path file;

    @Option(names = "--svg", paramLabel = "FILE", description = "Writes the QR code to this file, as a drawing.")
    private @Nullable Path svg;

    @Option(names = "--text", description = "Prints the slip's text.")
    private boolean asText;

    @Option(names = "--no-qr", description = "Prints no QR code; without a file, the text.")
    private boolean noQr;

    public void show(String text, PrintWriter out) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!noQr) {
            out.println(QrText.plain(bytes));
        }
        if (asText || (noQr && file == null && svg == null)) {
            out.print(text);
        }
        if (file != null) {
            write(text, file);
            out.println("The slip is in " + file + ".");
        }
        if (svg != null) {
            write(QrSvg.of(bytes), svg);
            out.println("The QR code is in " + svg + ".");
        }
        out.flush();
    }

    private static void write(String content, Path file) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new Failures.Problem(file + " cannot be written", e);
        }
    }
}
