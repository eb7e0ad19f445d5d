/// Holds what the server says to the documents that describe it, docs/openapi.yaml and docs/asyncapi.yaml.
@NullMarked
package tingting.contract;

import org.jspecify.annotations.NullMarked;
