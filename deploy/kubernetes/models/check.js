// Checks manifests from standard input: the models' validation finds wrong types, missing fields and values; the type
// checker of TypeScript finds unknown fields. Prints each kind without a model; exits with 1 after an error.
import ts from "typescript";
import { parseAllDocuments } from "yaml";

const PACKAGES = {
  "external-secrets.io": "@kubernetes-models/external-secrets",
  "gateway.networking.k8s.io": "@kubernetes-models/gateway-api",
  "keda.sh": "@kubernetes-models/keda",
  "monitoring.coreos.com": "@kubernetes-models/prometheus-operator",
};

let input = "";
for await (const part of process.stdin.setEncoding("utf8")) {
  input += part;
}
const errors = [];
const typed = [];
const unmodelled = new Set();
for (const document of parseAllDocuments(input)) {
  errors.push(...document.errors.map((error) => error.message));
  const manifest = document.toJS();
  if (manifest === null) {
    continue;
  }
  const { apiVersion, kind } = manifest;
  const module = `${PACKAGES[apiVersion.split("/")[0]] ?? "kubernetes-models"}/${apiVersion}`;
  const Model = await import(`${module}/${kind}`).then((loaded) => loaded[kind], () => undefined);
  if (Model === undefined) {
    unmodelled.add(`${apiVersion} ${kind}`);
    continue;
  }
  const name = `${kind} ${manifest.metadata?.name}`;
  try {
    new Model(manifest).validate();
  } catch (error) {
    errors.push(`${name}: ${error.message}`);
  }
  typed.push({ name, text: `{ const manifest: import("${module}/${kind}").I${kind} = ${JSON.stringify(manifest)}; void manifest; }` });
}

const FILE = `${import.meta.dirname}/manifests.ts`;
const options = { strict: true, noEmit: true, skipLibCheck: true, types: [], module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler, target: ts.ScriptTarget.ES2022 };
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists } = host;
const source = typed.map(({ text }) => text).join("\n");
host.fileExists = (file) => file === FILE || fileExists(file);
host.getSourceFile = (file, ...rest) =>
  file === FILE ? ts.createSourceFile(file, source, options.target) : getSourceFile(file, ...rest);
for (const { file, start, messageText } of ts.getPreEmitDiagnostics(ts.createProgram([FILE], options, host))) {
  const { line } = file?.getLineAndCharacterOfPosition(start) ?? { line: undefined };
  errors.push(`${typed[line]?.name}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
}

for (const kind of [...unmodelled].sort()) {
  console.log(`No model: ${kind}`);
}
for (const error of errors) {
  console.log(error);
}
process.exitCode = errors.length > 0 ? 1 : 0;
