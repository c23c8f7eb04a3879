/** Revisions of the form: a working copy until it is submitted, immutable afterwards, with personal data encrypted. */
@NullMarked
package io.zizhi.qualification.model.revision;

import org.jspecify.annotations.NullMarked;
