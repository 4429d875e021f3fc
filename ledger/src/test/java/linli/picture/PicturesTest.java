package linli.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import linli.log.Hash;
import linli.picture.PictureException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    /** One pixel, lossless. */
    private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

    @TempDir
    Path node;

    private static byte[] content(PictureFormat format) throws IOException {
        if (format == PictureFormat.WEBP) {
            return Base64.getDecoder().decode(WEBP);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), format.extension(), bytes);
        return bytes.toByteArray();
    }

    private Pictures pictures() {
        return new Pictures(node);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(node.resolve("pictures"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPictureIsKnownByItsContentAndComesBackAsItWas(PictureFormat format) throws IOException {
        Hash hash = pictures().put(Picture.of(content(format)));
        Picture found = pictures().find(hash).orElseThrow();
        assertEquals(format, found.format());
        assertArrayEquals(content(format), found.toBytes());
    }

    @Test
    void theFileIsNamedAfterTheSha256OfItsBytes() throws IOException {
        byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
        pictures().put(Picture.of(jpeg));
        // As sha256sum says.
        assertEquals(List.of("6e568e1f67fba258184c78181539e5e8fdee447e49bb706fc0ea34fbf12336a5.jpg"), files());
        assertArrayEquals(jpeg, Files.readAllBytes(node.resolve("pictures").resolve(files().get(0))));
    }

    @Test
    void theSamePictureIsOneFile() throws IOException {
        Picture picture = Picture.of(content(PictureFormat.PNG));
        assertEquals(pictures().put(picture), pictures().put(picture));
        assertEquals(1, files().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GIF89a",
                "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
                "<html>",
                "PNG",
                "RIFF1234WAVE",
                "RIFF1234WEB"
            })
    void whatIsNoPictureIsRefusedWhateverItsName(String content) {
        assertEquals(Code.NOT_A_PICTURE, refused(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aPictureHasItsLimit() throws IOException {
        byte[] png = content(PictureFormat.PNG);
        Picture.of(Arrays.copyOf(png, Picture.MOST_BYTES));
        assertEquals(Code.TOO_LARGE, refused(Arrays.copyOf(png, Picture.MOST_BYTES + 1)));
    }

    private static Code refused(byte[] content) {
        return assertThrows(PictureException.class, () -> Picture.of(content)).code();
    }

    @Test
    void aPictureThatIsNotHereIsMissing() {
        assertEquals(Optional.empty(), pictures().find(Hash.EMPTY_TREE));
    }

    @Test
    void aDamagedFileIsToldAndStoringThePictureAgainMendsIt() throws IOException {
        Picture picture = Picture.of(content(PictureFormat.PNG));
        Hash hash = pictures().put(picture);
        Path file = node.resolve("pictures").resolve(files().get(0));
        for (byte[] damage : List.of(new byte[0], content(PictureFormat.JPEG), new byte[Picture.MOST_BYTES + 1])) {
            Files.write(file, damage);
            assertEquals(
                    Code.DAMAGED,
                    assertThrows(PictureException.class, () -> pictures().find(hash))
                            .code());
        }
        pictures().put(picture);
        assertArrayEquals(picture.toBytes(), pictures().find(hash).orElseThrow().toBytes());
    }

    @Test
    void whatACrashLeftHalfWrittenIsNobodysPicture() throws IOException {
        Picture picture = Picture.of(content(PictureFormat.PNG));
        Hash hash = pictures().put(picture);
        Path file = node.resolve("pictures").resolve(files().get(0));
        Files.move(file, file.resolveSibling(file.getFileName() + ".new"));
        assertEquals(Optional.empty(), pictures().find(hash));
        pictures().put(picture);
        assertTrue(pictures().find(hash).isPresent());
    }

    @Test
    void aDiskThatRefusesIsSaid() throws IOException {
        Files.createFile(node.resolve("pictures"));
        Picture picture = Picture.of(content(PictureFormat.PNG));
        assertEquals(
                Code.DISK,
                assertThrows(PictureException.class, () -> pictures().put(picture))
                        .code());
    }
}
