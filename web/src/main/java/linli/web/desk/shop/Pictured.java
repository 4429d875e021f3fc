package linli.web.desk.shop;

import java.util.Optional;
import linli.picture.Picture;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;

/** The picture that a form brings. */
final class Pictured {
    private Pictured() {}

    /** Seen to be one; empty where none was chosen. */
    static Optional<Picture> in(Form form) {
        Optional<byte[]> chosen = form.file("picture");
        if (chosen.filter(bytes -> bytes.length > Picture.MOST_BYTES).isPresent()) {
            throw new ProblemException(Problem.BODY_TOO_LARGE);
        }
        return chosen.map(Picture::of);
    }
}
