package linli.demo;

import java.util.List;
import linli.entry.WishEvent.Kind;

/**
 * What is asked for on the walls of the county.
 *
 * @param kind of wish
 * @param yearly how many there are in the county in a year
 * @param byVolunteersPercent how many of a hundred volunteers ask for themselves; for the others a clerk asks for a resident
 * @param gapDays days between one step and the next, at most
 * @param titles what it says on the wall
 */
record DemoWants(Kind kind, int yearly, int byVolunteersPercent, int gapDays, List<String> titles) {
    static final List<DemoWants> ALL = List.of(
            new DemoWants(
                    Kind.WISH,
                    870,
                    55,
                    3,
                    List.of(
                            "想要一本大字版万年历",
                            "给孙女找几本旧绘本",
                            "想有人教用手机视频通话",
                            "希望有人陪下一盘象棋",
                            "想要一副老花镜",
                            "想给老伴拍一张合影",
                            "想学写毛笔字，缺一套文具",
                            "希望有人帮读一封信",
                            "想要一盆好养的绿植",
                            "孩子想要一个足球")),
            new DemoWants(
                    Kind.ORDER,
                    600,
                    20,
                    2,
                    List.of(
                            "预约上门理发",
                            "预约代买药品",
                            "预约清洗油烟机",
                            "预约陪同就医",
                            "预约量血压上门服务",
                            "预约家政保洁两小时",
                            "预约上门磨刀",
                            "预约老年餐送餐",
                            "预约被褥晾晒",
                            "预约打印证件照")),
            new DemoWants(
                    Kind.REPAIR,
                    380,
                    25,
                    2,
                    List.of("三楼楼道灯不亮", "单元门关不上", "厨房水龙头漏水", "健身器材螺丝松动", "下水道反味", "门禁刷卡没有反应", "墙角插座松动", "小区路面砖翘起")),
            new DemoWants(
                    Kind.HELP,
                    210,
                    30,
                    1,
                    List.of("腿脚不便，需要人扶着下楼", "家里停电，老人独自在家", "买米搬不上楼", "接孩子来不及，请邻居帮忙", "轮椅卡在坡道口", "老人走失，请帮忙留意")),
            new DemoWants(
                    Kind.SUGGESTION,
                    180,
                    100,
                    3,
                    List.of("建议在北门加装反光镜", "建议把旧报亭改成书报角", "建议晾衣绳统一安装", "建议周末开放活动室", "建议给电动车加装充电桩", "建议在花坛边加几张长椅")));
}
