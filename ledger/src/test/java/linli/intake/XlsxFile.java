package linli.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small workbooks by hand, cell by cell as XML, so that tests decide what exactly is in them. */
final class XlsxFile {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** Cell styles by number: 1 is a date, 2 a time of day, 3 both, 4 hours and minutes, 5 two decimals, 6 a Chinese date. */
    private static final String STYLES = "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"3\">"
            + "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd hh:mm\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"[h]:mm\"/>"
            + "<numFmt numFmtId=\"166\" formatCode=\"[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/></numFmts>"
            + "<cellXfs count=\"7\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"20\"/><xf numFmtId=\"164\"/>"
            + "<xf numFmtId=\"165\"/><xf numFmtId=\"4\"/><xf numFmtId=\"166\"/></cellXfs></styleSheet>";

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, String> otherParts = new LinkedHashMap<>();
    private String workbookProperties = "";

    /** A sheet of rows, each the XML of its cells. */
    XlsxFile sheet(String name, String... rows) {
        StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int i = 0; i < rows.length; i++) {
            xml.append("<row r=\"").append(i + 1).append("\">").append(rows[i]).append("</row>");
        }
        sheets.put(name, xml.append("</sheetData></worksheet>").toString());
        return this;
    }

    XlsxFile from1904() {
        workbookProperties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    XlsxFile part(String name, String content) {
        otherParts.put(name, content);
        return this;
    }

    static String text(String ref, String text) {
        return "<c r=\"" + ref + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    static String number(String ref, String number) {
        return styled(ref, 0, number);
    }

    static String styled(String ref, int style, String number) {
        return "<c r=\"" + ref + "\" s=\"" + style + "\"><v>" + number + "</v></c>";
    }

    static String formula(String ref, int style, String formula, String result) {
        return "<c r=\"" + ref + "\" s=\"" + style + "\"><f>" + formula + "</f><v>" + result + "</v></c>";
    }

    Path write(Path file) throws IOException {
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder types = new StringBuilder();
        Map<String, String> parts = new LinkedHashMap<>(otherParts);
        int id = 0;
        for (Map.Entry<String, String> sheet : sheets.entrySet()) {
            String path = "worksheets/sheet" + ++id + ".xml";
            list.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(sheet.getKey(), id, id));
            relations.append(
                    "<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"%s\"/>".formatted(id, RELATIONS, path));
            types.append(override("/xl/" + path, "worksheet"));
            parts.put("xl/" + path, sheet.getValue());
        }
        types.append(override("/xl/workbook.xml", "sheet.main")).append(override("/xl/styles.xml", "styles"));
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + types + "</Types>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">" + workbookProperties + "<sheets>"
                        + list + "</sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>");
        parts.put("xl/styles.xml", STYLES);
        zip(file, parts);
        return file;
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "+xml\"/>";
    }

    static void zip(Path file, Map<String, String> parts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
    }
}
