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
            new DemoCommunity("xinsheng", "鑫盛社区"),
            new DemoCommunity("yinmahu", "饮马湖社区"),
            new DemoCommunity("mingzhu", "明珠社区"),
            new DemoCommunity("xinshiji", "新世纪社区"),
            new DemoCommunity("taixi", "太西社区"),
            new DemoCommunity("mingyue", "明月社区"),
            new DemoCommunity("kanghu", "康湖社区"),
            new DemoCommunity("dongjie", "东街社区"),
            new DemoCommunity("nanmen", "南门社区"),
            new DemoCommunity("beimen", "北门社区"),
            new DemoCommunity("gulou", "鼓楼社区"),
            new DemoCommunity("wenhua", "文化社区"),
            new DemoCommunity("xinghai", "星海社区"),
            new DemoCommunity("cuihu", "翠湖社区"),
            new DemoCommunity("jinhe", "金河社区"),
            new DemoCommunity("fuxing", "复兴社区"),
            new DemoCommunity("tuanjie", "团结社区"),
            new DemoCommunity("youyi", "友谊社区"),
            new DemoCommunity("guangming", "光明社区"),
            new DemoCommunity("shengli", "胜利社区"),
            new DemoCommunity("chaoyang", "朝阳社区"),
            new DemoCommunity("yongan", "永安社区"),
            new DemoCommunity("liyuan", "丽苑社区"),
            new DemoCommunity("taoyuan", "桃园社区"),
            new DemoCommunity("shuyuan", "书院社区"),
            new DemoCommunity("changqing", "常青社区"));

    /** Its part of what happens in the whole county: the parts of all communities add up. */
    int shareOf(int county) {
        int place = ALL.indexOf(this);
        return part(county, place, ALL.size());
    }

    /** One of so many parts that are as equal as whole numbers can be and add up to the whole. */
    static int part(int whole, int place, int parts) {
        return (int) ((long) whole * (place + 1) / parts - (long) whole * place / parts);
    }

    /** How many in all went to the communities before it. */
    int before(int county) {
        return (int) ((long) county * ALL.indexOf(this) / ALL.size());
    }
}
