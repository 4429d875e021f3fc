package linli.demo;

import java.util.List;
import java.util.Random;
import linli.entry.EntryId;

/** Names of the demonstration county: real kinds of places and work, invented people. */
final class DemoNames {
    static final List<String> COMMUNITIES = List.of(
            "和平", "玉皇阁", "西街", "鑫盛", "饮马湖", "明珠", "新世纪", "太西", "明月", "康湖", "朝阳", "建设", "文昌", "东关", "南园", "北辰", "兴华",
            "长胜", "青山", "翠园", "向阳", "富民", "永康", "安居", "惠民", "锦绣", "星海", "丽景", "金湖");

    /** A kind of activity: what it is called, its category in the policy, when it begins and how long it lasts. */
    record Work(String name, String category, int hour, int minutes) {}

    static final List<Work> WORK = List.of(
            new Work("周末环境清洁", "environment", 9, 120),
            new Work("独居老人探访", "elder-care", 10, 90),
            new Work("老年餐桌服务", "elder-care", 11, 120),
            new Work("应急分队值守", "emergency", 14, 240),
            new Work("儿童课后托管", "service", 16, 120),
            new Work("政策宣讲", "culture", 15, 60),
            new Work("义务理发", "service", 9, 180),
            new Work("小区夜间巡逻", "emergency", 19, 150),
            new Work("图书角整理", "culture", 14, 90),
            new Work("双报到服务日", "reporting", 9, 180));

    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚";
    private static final String GIVEN = "秀英兰芳玉华桂珍红梅丽霞建国志强永明德福春生淑琴文军海燕小平玲静伟敏磊洋艳勇杰娟涛超霖宁宇晨雪婷佳欣";

    private DemoNames() {}

    static String person(Random random) {
        String surname = pick(SURNAMES, random);
        String first = pick(GIVEN, random);
        return random.nextInt(4) == 0 ? surname + first : surname + first + pick(GIVEN, random);
    }

    static String place(int community) {
        return COMMUNITIES.get(community) + "社区";
    }

    private static String pick(String characters, Random random) {
        int at = random.nextInt(characters.length());
        return characters.substring(at, at + 1);
    }

    /** An activity of the story as it was opened. */
    record Opened(EntryId id, Work work, int community) {}
}
