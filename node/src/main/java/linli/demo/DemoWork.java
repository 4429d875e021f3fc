package linli.demo;

import java.time.LocalTime;
import java.util.List;

/**
 * A kind of activity.
 *
 * @param name what it is called
 * @param place where in the community
 * @param category in the policy
 * @param hour when it begins
 * @param minutes how long it lasts
 */
record DemoWork(String name, String place, String category, int hour, int minutes) {
    static final List<DemoWork> NEIGHBOURS = List.of(
            new DemoWork("周末环境清洁", "小区广场", "environment", 9, 120),
            new DemoWork("楼道杂物清理", "居民楼", "environment", 15, 120),
            new DemoWork("独居老人探访", "日间照料中心", "elder-care", 10, 90),
            new DemoWork("老年餐桌服务", "老年餐厅", "elder-care", 11, 120),
            new DemoWork("陪老人看病取药", "卫生服务站", "elder-care", 8, 180),
            new DemoWork("应急分队值守", "应急站", "emergency", 14, 240),
            new DemoWork("小区夜间巡逻", "警务室", "emergency", 19, 150),
            new DemoWork("儿童课后托管", "四点半课堂", "service", 16, 120),
            new DemoWork("义务理发", "便民服务点", "service", 9, 180),
            new DemoWork("小家电维修", "便民服务点", "service", 14, 150),
            new DemoWork("政策宣讲", "活动室", "culture", 15, 60),
            new DemoWork("图书角整理", "图书角", "culture", 14, 90));

    /** What officials come for (双报到). */
    static final DemoWork REPORTING = new DemoWork("双报到服务日", "党群服务中心", "reporting", 9, 180);

    LocalTime begin() {
        return LocalTime.of(hour, 0);
    }

    LocalTime end() {
        return begin().plusMinutes(minutes);
    }
}
