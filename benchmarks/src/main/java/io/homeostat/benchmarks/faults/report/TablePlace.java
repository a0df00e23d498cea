package io.homeostat.benchmarks.faults.report;

/** The place between two marks in a page where a table stands. Pure. */
public final class TablePlace {

    static final String BEGIN = "<!-- fault-matrix -->";
    static final String END = "<!-- /fault-matrix -->";

    private TablePlace() {}

    /** The page with the table in its place; the table alone if the page has none. */
    public static String fill(String page, String table) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        return begin < 0 || end < begin
                ? table
                : page.substring(0, begin) + BEGIN + "\n" + table.strip() + "\n" + page.substring(end);
    }
}
