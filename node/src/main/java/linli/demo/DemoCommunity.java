package linli.demo;

import java.util.List;

/**
 * A community of the demonstration.
 *
 * @param slug short name, in folders and log origins
 * @param name for people
 */
public record DemoCommunity(String slug, String name) {
    public static final List<DemoCommunity> ALL = List.of(
            new DemoCommunity("heping", "和平社区"),
            new DemoCommunity("yuhuangge", "玉皇阁社区"),
            new DemoCommunity("xijie", "西街社区"),
            new DemoCommunity("xinsheng", "鑫盛社区"));
}
