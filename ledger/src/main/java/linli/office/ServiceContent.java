package linli.office;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import linli.entry.Texts;

/**
 * What was served, in one line for a certificate (服务内容): each category with its activities, most time first. What does not fit is
 * counted.
 */
final class ServiceContent {
    /** Far less than an entry takes: the whole certificate must fit into one QR code. */
    static final int MOST_CHARS = 120;

    private ServiceContent() {}

    /** The line for these activities, most time first. */
    static String of(List<ServedActivity> activities) {
        StringBuilder line = new StringBuilder();
        for (List<ServedActivity> category : byCategory(activities)) {
            for (ServedActivity activity : category) {
                String piece =
                        lead(activity.equals(category.get(0)), line.isEmpty(), activity) + Texts.shown(activity.name());
                if (line.length() + piece.length() + rest(activities.size()).length() > MOST_CHARS) {
                    return line + rest(activities.size());
                }
                line.append(piece);
            }
        }
        return line.toString();
    }

    private static String lead(boolean newCategory, boolean newLine, ServedActivity activity) {
        return newCategory
                ? (newLine ? "" : "；") + Texts.shown(activity.category().zh()) + "："
                : "、";
    }

    private static String rest(int activities) {
        return "等 " + activities + " 项活动";
    }

    private static List<List<ServedActivity>> byCategory(List<ServedActivity> activities) {
        Map<String, List<ServedActivity>> categories = activities.stream()
                .collect(Collectors.groupingBy(
                        activity -> activity.category().code(), LinkedHashMap::new, Collectors.toList()));
        return categories.values().stream()
                .sorted(Comparator.comparing(ServiceContent::minutes).reversed())
                .toList();
    }

    private static long minutes(List<ServedActivity> activities) {
        return activities.stream()
                .mapToLong(activity -> activity.served().minutes())
                .sum();
    }
}
