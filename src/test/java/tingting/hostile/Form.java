package tingting.hostile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one request takes: its fields with values that are right, and everything that is wrong with any one of them.
///
/// @param name the type of a frame, or the method and path of a REST call
record Form(String name, List<Field> fields) {
    record Field(String name, Kind kind, Object right, boolean required) {}

    /// A request that is wrong, and why.
    record Mistake(String form, String what, Map<String, @Nullable Object> data) {
        @Override
        public String toString() {
            return form + ": " + what;
        }
    }

    static Form of(String name, Field... fields) {
        return new Form(name, List.of(fields));
    }

    static Field required(String name, Kind kind, Object right) {
        return new Field(name, kind, right, true);
    }

    /// @param right a value that makes no difference
    static Field optional(String name, Kind kind, Object right) {
        return new Field(name, kind, right, false);
    }

    /// The form filled in as it should be, required fields only.
    Map<String, @Nullable Object> filled() {
        Map<String, @Nullable Object> data = new HashMap<>();
        fields.stream().filter(Field::required).forEach(field -> data.put(field.name, field.right));
        return data;
    }

    /// Each has one field that is missing, null or of another type.
    List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        for (Field field : fields) {
            if (field.required) {
                Map<String, @Nullable Object> without = filled();
                without.remove(field.name);
                mistakes.add(new Mistake(name, "no " + field.name, without));
                mistakes.add(with(field, null));
            }
            field.kind.wrong().forEach(value -> mistakes.add(with(field, value)));
        }
        return mistakes;
    }

    private Mistake with(Field field, @Nullable Object value) {
        Map<String, @Nullable Object> data = filled();
        data.put(field.name, value);
        String shown = String.valueOf(value);
        return new Mistake(name, field.name + " is " + shown.substring(0, Math.min(40, shown.length())), data);
    }
}
