package linli.national;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import linli.ledger.Evidence;
import linli.profile.Sex;
import linli.text.Sheet.Cell;
import org.jspecify.annotations.Nullable;

/**
 * A column of the export.
 *
 * @param heading as the law names the field
 * @param value what stands in it: a number, or anything that is written as a text; null for nothing
 */
record NationalColumn(String heading, Function<NationalRow, @Nullable Object> value) {
    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
    private static final int DECIMALS = 2;

    private static final List<NationalColumn> ALL = List.of(
            new NationalColumn("记录编号", row -> row.record().id()),
            new NationalColumn("志愿者编号", row -> row.record().volunteer()),
            new NationalColumn("姓名", row -> row.profile().name()),
            new NationalColumn("性别", row -> word(row.profile().sex())),
            new NationalColumn("出生日期", row -> row.profile().birthDate()),
            new NationalColumn("证件号码", row -> row.profile().idNumber()),
            new NationalColumn("居住区域", row -> row.profile().area()),
            new NationalColumn("联系方式", row -> row.profile().phone()),
            new NationalColumn("服务技能", row -> String.join("、", row.profile().skills())),
            new NationalColumn("志愿服务类别", row -> String.join("、", row.profile().categories())),
            new NationalColumn("活动名称", row -> row.activity().name()),
            new NationalColumn("服务日期", row -> row.record().day()),
            new NationalColumn("服务地点", row -> row.activity().place()),
            new NationalColumn("服务内容", NationalRow::category),
            new NationalColumn("服务时长（小时）", row -> hours(row.record().minutes())),
            new NationalColumn("时长依据", row -> row.record().evidence() == Evidence.CLOCK ? "打卡" : "补录"),
            new NationalColumn("组织单位", NationalRow::unit),
            new NationalColumn("活动负责人", row -> row.activity().inCharge()),
            new NationalColumn("服务评价", NationalRow::evaluation));

    static List<String> headings() {
        return ALL.stream().map(NationalColumn::heading).toList();
    }

    static List<Cell> cells(NationalRow row) {
        return ALL.stream().map(column -> column.cell(row)).toList();
    }

    private Cell cell(NationalRow row) {
        Object cell = value.apply(row);
        return cell instanceof BigDecimal number
                ? new Cell.Figure(number)
                : new Cell.Text(cell == null ? "" : cell.toString());
    }

    private static String word(@Nullable Sex sex) {
        if (sex == null) {
            return "";
        }
        return switch (sex) {
            case MALE -> "男";
            case FEMALE -> "女";
        };
    }

    private static BigDecimal hours(int minutes) {
        return BigDecimal.valueOf(minutes).divide(MINUTES_PER_HOUR, DECIMALS, RoundingMode.HALF_UP);
    }
}
