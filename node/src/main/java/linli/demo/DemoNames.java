package linli.demo;

/** Names of invented people and places. */
final class DemoNames {
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚";
    private static final String GIVEN = "秀英兰芳玉华桂珍红梅丽霞建国志强永明德福春生淑琴文军海燕小平玲静伟敏磊洋艳勇杰娟涛超霖宁宇晨雪婷佳欣";

    private DemoNames() {}

    static String person(DemoLot lot) {
        String first = pick(SURNAMES, lot) + pick(GIVEN, lot);
        return lot.in(25) ? first : first + pick(GIVEN, lot);
    }

    /** An address in a community. */
    static String door(DemoLot lot) {
        return lot.between(1, 18) + "号楼" + lot.between(1, 5) + "单元" + lot.between(1, 6) + "0" + lot.between(1, 4);
    }

    private static String pick(String characters, DemoLot lot) {
        int at = lot.between(0, characters.length() - 1);
        return characters.substring(at, at + 1);
    }
}
