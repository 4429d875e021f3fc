package linli.demo;

import java.util.List;
import java.util.Random;
import linli.entry.EntryId;

/** Names of the demonstration county: real kinds of places and work, invented people. */
final class DemoNames {
    /**
     * A kind of activity.
     *
     * @param name what it is called
     * @param place where in the community
     * @param category in the policy
     * @param hour when it begins
     * @param minutes how long it lasts
     */
    record Work(String name, String place, String category, int hour, int minutes) {}

    static final List<Work> WORK = List.of(
            new Work("周末环境清洁", "小区广场", "environment", 9, 120),
            new Work("独居老人探访", "日间照料中心", "elder-care", 10, 90),
            new Work("老年餐桌服务", "老年餐厅", "elder-care", 11, 120),
            new Work("应急分队值守", "应急站", "emergency", 14, 240),
            new Work("儿童课后托管", "四点半课堂", "service", 16, 120),
            new Work("政策宣讲", "活动室", "culture", 15, 60),
            new Work("义务理发", "便民服务点", "service", 9, 180),
            new Work("小区夜间巡逻", "警务室", "emergency", 19, 150),
            new Work("图书角整理", "图书角", "culture", 14, 90),
            new Work("双报到服务日", "党群服务中心", "reporting", 9, 180));

    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚";
    private static final String GIVEN = "秀英兰芳玉华桂珍红梅丽霞建国志强永明德福春生淑琴文军海燕小平玲静伟敏磊洋艳勇杰娟涛超霖宁宇晨雪婷佳欣";

    private DemoNames() {}

    static String person(Random random) {
        String surname = pick(SURNAMES, random);
        String first = pick(GIVEN, random);
        return random.nextInt(4) == 0 ? surname + first : surname + first + pick(GIVEN, random);
    }

    static Work work(Random random) {
        return WORK.get(random.nextInt(WORK.size()));
    }

    private static String pick(String characters, Random random) {
        int at = random.nextInt(characters.length());
        return characters.substring(at, at + 1);
    }

    /** An activity of the story as it was opened. */
    record Opened(EntryId id, Work work) {}
}
