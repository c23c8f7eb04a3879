/** Published formats of codes and numbers, as pure checks: nothing here knows a qualification. */
@NullMarked
package io.zizhi.qualification.form.standard;

import org.jspecify.annotations.NullMarked;
