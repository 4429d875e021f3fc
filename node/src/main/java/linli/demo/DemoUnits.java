package linli.demo;

import java.util.List;
import java.util.stream.IntStream;

/** The partner units (共建单位) of the county, whose officials report to communities: invented, like everybody. */
final class DemoUnits {
    /** In the whole county. */
    static final int ALL = 142;

    private static final List<String> BODIES = List.of(
            "县人民医院",
            "县中医医院",
            "县妇幼保健院",
            "县疾控中心",
            "县第一小学",
            "县第二小学",
            "县第一中学",
            "县实验中学",
            "县幼儿园",
            "县职教中心",
            "县供电所",
            "县自来水公司",
            "县供热公司",
            "县燃气公司",
            "县公交公司",
            "县邮政支局",
            "县农商行",
            "县村镇银行",
            "县税务所",
            "县市场监管所",
            "县交警中队",
            "县消防站",
            "县司法所",
            "县法律援助中心",
            "县人社服务中心",
            "县医保服务中心",
            "县民政服务中心",
            "县不动产登记中心",
            "县图书馆",
            "县文化馆",
            "县体育中心",
            "县博物馆",
            "县融媒体中心",
            "县气象站",
            "县林场",
            "县园林所",
            "县环卫所",
            "县水务所",
            "县农技站",
            "县畜牧站",
            "县粮库",
            "县公路段",
            "县养老院",
            "县残联",
            "县红十字会",
            "县总工会",
            "县团委",
            "县妇联");
    private static final List<String> BRANCHES = List.of("第一支部", "第二支部", "第三支部");

    private DemoUnits() {}

    /** Those that are paired with a community. */
    static List<String> of(DemoCommunity community) {
        int before = community.before(ALL);
        return IntStream.range(before, before + community.shareOf(ALL))
                .mapToObj(DemoUnits::name)
                .toList();
    }

    private static String name(int number) {
        return BODIES.get(number % BODIES.size()) + BRANCHES.get(number / BODIES.size());
    }
}
