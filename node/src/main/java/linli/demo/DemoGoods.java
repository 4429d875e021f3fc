package linli.demo;

import java.awt.Color;
import java.util.List;
import linli.entry.ShopEvent.ItemListed;
import org.jspecify.annotations.Nullable;

/**
 * What a shop has.
 *
 * @param name of the goods or the service
 * @param unit one of it
 * @param points its price
 * @param validDays how long a coupon for a service is good; null for goods
 * @param shape of its picture
 * @param colour of its picture
 */
record DemoGoods(
        String name, String unit, int points, @Nullable Integer validDays, Shape shape, Color colour) {
    /** What it looks like. */
    enum Shape {
        BAG,
        BAR,
        PACK,
        TUBE,
        CLOTH,
        BUNDLE,
        BOTTLE,
        CAN,
        COUPON
    }

    static final List<DemoGoods> ALL = List.of(
            new DemoGoods("食盐", "袋", 3, null, Shape.BAG, new Color(0x90CAF9)),
            new DemoGoods("香皂", "块", 4, null, Shape.BAR, new Color(0xF8BBD0)),
            new DemoGoods("抽纸", "包", 5, null, Shape.PACK, new Color(0xFFE082)),
            new DemoGoods("牙膏", "支", 6, null, Shape.TUBE, new Color(0x80DEEA)),
            new DemoGoods("毛巾", "条", 8, null, Shape.CLOTH, new Color(0xFFAB91)),
            new DemoGoods("挂面", "把", 8, null, Shape.BUNDLE, new Color(0xD7CCC8)),
            new DemoGoods("洗洁精", "瓶", 10, null, Shape.BOTTLE, new Color(0xC5E1A5)),
            new DemoGoods("酱油", "瓶", 12, null, Shape.BOTTLE, new Color(0x8D6E63)),
            new DemoGoods("洗衣液", "瓶", 18, null, Shape.CAN, new Color(0x7986CB)),
            new DemoGoods("大米5公斤", "袋", 30, null, Shape.BAG, new Color(0xF5E27A)),
            new DemoGoods("食用油", "桶", 45, null, Shape.CAN, new Color(0xFFB74D)),
            new DemoGoods("理发券", "次", 10, 90, Shape.COUPON, new Color(0xA5D6A7)),
            new DemoGoods("磨刀券", "次", 5, 60, Shape.COUPON, new Color(0xB0BEC5)),
            new DemoGoods("家政保洁券", "小时", 25, 120, Shape.COUPON, new Color(0xCE93D8)));

    ItemListed listing() {
        return new ItemListed(name, unit, points, validDays);
    }
}
