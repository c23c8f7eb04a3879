@NullMarked
package io.zizhi.qualification.signaturecarrier;

import org.jspecify.annotations.NullMarked;
