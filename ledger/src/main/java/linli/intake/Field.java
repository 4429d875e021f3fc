package linli.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;

/** What a column of the table can hold. The names are those of a mapping's {@code columns}. */
public enum Field {
    @JsonProperty("volunteer")
    VOLUNTEER("volunteer", "志愿者编号", "志愿者编码", "志愿者号", "编号", "volunteer id", "volunteer number", "volunteer", "id"),

    @JsonProperty("name")
    NAME("name", "姓名", "志愿者姓名", "name", "volunteer name", "full name"),

    @JsonProperty("phone")
    PHONE("phone", "手机号", "手机号码", "联系电话", "电话", "手机", "phone", "phone number", "mobile", "telephone"),

    @JsonProperty("site")
    SITE("site", "服务地点", "活动地点", "地点", "服务站点", "site", "location", "place", "service location"),

    @JsonProperty("activity")
    ACTIVITY("activity", "活动名称", "服务项目", "服务内容", "项目名称", "活动", "activity", "assignment", "service", "event"),

    @JsonProperty("date")
    DATE("date", "服务日期", "活动日期", "开始日期", "日期", "service date", "date", "from date", "start date"),

    @JsonProperty("end-date")
    END_DATE("end-date", "结束日期", "to date", "end date"),

    @JsonProperty("start")
    START("start", "开始时间", "签到时间", "from time", "start time", "start", "check in"),

    @JsonProperty("end")
    END("end", "结束时间", "签退时间", "to time", "end time", "end", "check out"),

    @JsonProperty("hours")
    HOURS("hours", "服务时长", "服务时长小时", "服务小时", "服务小时数", "时长", "时长小时", "小时", "小时数", "hours", "service hours"),

    @JsonProperty("minutes")
    MINUTES("minutes", "服务时长分钟", "服务分钟", "时长分钟", "分钟", "分钟数", "minutes", "service minutes");

    private final String key;
    private final ImmutableList<String> headings;

    Field(String key, String... headings) {
        this.key = key;
        this.headings = ImmutableList.copyOf(headings);
    }

    /** What a mapping calls this. */
    public String key() {
        return key;
    }

    /** The headings by which this is recognised without a mapping, the most telling first, as {@link Headings} spells them. */
    ImmutableList<String> headings() {
        return headings;
    }
}
