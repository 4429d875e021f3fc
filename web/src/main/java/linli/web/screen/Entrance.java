package linli.web.screen;

import java.util.Arrays;

/** Where people come in, each with pages of their own behind it; who is not signed in there is led to it. */
public enum Entrance {
    KIOSK("/kiosk"),
    DESK("/desk"),
    COUNTY("/county"),
    SCREEN("/screen"),
    VOLUNTEER("/");

    private final String address;

    Entrance(String address) {
        this.address = address;
    }

    /** The entrance that a page lies behind. */
    public static Entrance of(String path) {
        return Arrays.stream(values())
                .filter(entrance -> path.equals(entrance.address) || path.startsWith(entrance.address + "/"))
                .findFirst()
                .orElse(VOLUNTEER);
    }

    /** The first page behind it. */
    public String address() {
        return address;
    }

    /** Where somebody who is not signed in can do so. */
    public String signIn() {
        return switch (this) {
            case VOLUNTEER -> address;
            case KIOSK -> "/kiosk/sign-in";
            case DESK, COUNTY, SCREEN -> "/desk/sign-in";
        };
    }
}
