package io.homeostat.expressions;

import dev.cel.common.ast.CelExpr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The parts of an expression's syntax tree. */
final class Tree {

    private Tree() {}

    /** A part and all that lies below it, in no particular order. */
    static List<CelExpr> parts(CelExpr root) {
        List<CelExpr> parts = new ArrayList<>();
        Deque<CelExpr> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            CelExpr part = open.pop();
            parts.add(part);
            open.addAll(children(part));
        }
        return parts;
    }

    /** What lies directly below a part; of a loop, with what it runs over first. */
    static List<CelExpr> children(CelExpr part) {
        List<CelExpr> children = new ArrayList<>();
        switch (part.getKind()) {
            case SELECT -> children.add(part.select().operand());
            case CALL -> {
                part.call().target().ifPresent(children::add);
                children.addAll(part.call().args());
            }
            case LIST -> children.addAll(part.list().elements());
            case STRUCT -> part.struct().entries().forEach(entry -> children.add(entry.value()));
            case MAP ->
                part.map().entries().forEach(entry -> {
                    children.add(entry.key());
                    children.add(entry.value());
                });
            case COMPREHENSION -> {
                children.add(part.comprehension().iterRange());
                children.add(part.comprehension().accuInit());
                children.add(part.comprehension().loopCondition());
                children.add(part.comprehension().loopStep());
                children.add(part.comprehension().result());
            }
            case CONSTANT, IDENT, NOT_SET -> {}
        }
        return children;
    }
}
