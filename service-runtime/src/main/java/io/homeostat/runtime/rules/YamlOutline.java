package io.homeostat.runtime.rules;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Where in a YAML text the parts of a rule stand, by the paths by which faults name them, such as
 * {@code when.conditions[0].kind}. Immutable; looking up costs the rule's size.
 */
public final class YamlOutline {

    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,5})]");

    private final @Nullable Node root;

    YamlOutline(@Nullable Node root) {
        this.root = root;
    }

    /** Where the value at a path stands; empty if there is none. */
    public Optional<TextPlace> value(String path) {
        return Optional.ofNullable(find(path)).map(found -> place(found.value()));
    }

    /** Where the name stands by which a path ends; empty if there is none. */
    public Optional<TextPlace> name(String path) {
        return Optional.ofNullable(find(path)).map(Found::name).map(YamlOutline::place);
    }

    private record Found(@Nullable Node name, Node value) {}

    private @Nullable Found find(String path) {
        return root == null ? null : find(new Found(null, root), path);
    }

    /** A name may have dots of its own, so each that the path begins with is tried. */
    private static @Nullable Found find(Found at, String path) {
        if (path.isEmpty()) {
            return at;
        }
        if (at.value() instanceof SequenceNode list) {
            return element(list.getValue(), path);
        }
        if (at.value() instanceof MappingNode map) {
            for (NodeTuple field : map.getValue()) {
                String name = field.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                String rest = path.startsWith(name) ? path.substring(name.length()) : "-";
                boolean ends = rest.isEmpty() || rest.startsWith("[");
                if (ends || rest.startsWith(".")) {
                    Found found =
                            find(new Found(field.getKeyNode(), field.getValueNode()), ends ? rest : rest.substring(1));
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable Found element(List<Node> elements, String path) {
        Matcher index = INDEX.matcher(path);
        if (!index.lookingAt() || Integer.parseInt(index.group(1)) >= elements.size()) {
            return null;
        }
        Node element = elements.get(Integer.parseInt(index.group(1)));
        String rest = path.substring(index.end());
        return find(new Found(null, element), rest.startsWith(".") ? rest.substring(1) : rest);
    }

    private static TextPlace place(Node node) {
        return place(node.getStartMark(), node.getEndMark());
    }

    static TextPlace place(Mark start, Mark end) {
        return new TextPlace(start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
    }
}
