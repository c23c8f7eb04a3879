/** Published formats of codes and numbers, as pure checks that do not depend on qualifications. */
@NullMarked
package io.zizhi.qualification.form.standard;

import org.jspecify.annotations.NullMarked;
