package linli.profile;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Made-up people, keys and request ids for the tests of this package. */
final class People {
    static final byte[] NODE_KEY = filled(7);

    static final Profile WANG = Profile.builder()
            .name("王秀英")
            .formerNumber("HP-0102")
            .phone("138 0000 1234")
            .sex(Sex.FEMALE)
            .birthDate(LocalDate.of(1949, 12, 31))
            .idNumber("11010519491231002x")
            .area("和平社区三栋二单元")
            .skills(List.of("理发", "书法"))
            .categories(List.of("助老"))
            .consentedOn(LocalDate.of(2026, 3, 5))
            .build();

    private People() {}

    static Profile named(String name) {
        return Profile.builder().name(name).build();
    }

    /** A profile whose phone tells its version. */
    static Profile version(int person, int version) {
        return Profile.builder()
                .name("居民" + person)
                .phone(String.valueOf(100_000 + version))
                .build();
    }

    static byte[] request(long number) {
        return ByteBuffer.allocate(Profiles.REQUEST_ID_BYTES).putLong(8, number).array();
    }

    static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
