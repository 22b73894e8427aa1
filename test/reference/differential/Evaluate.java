// Evaluates every expression that a form carries in attributes x0, x1, … of its binds, at each place that the bind is for,
// with JavaRosa as ODK Validate has it, on each of the given submissions. A line of tab-separated words a value.
import java.io.FileReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import javax.xml.parsers.DocumentBuilderFactory;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.model.xform.XPathReference;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xpath.XPathParseTool;
import org.javarosa.xpath.expr.XPathFuncExpr;
import org.joda.time.DateTimeUtils;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

public class Evaluate {
    /** The moment that is now, in milliseconds, the form, and the submissions. */
    public static void main(String[] args) throws Exception {
        new XFormsModule().registerModule();
        DateTimeUtils.setCurrentMillisFixed(Long.parseLong(args[0]));
        StringBuilder out = new StringBuilder();
        for (int record = 2; record < args.length; record++) evaluate(record - 2, args[1], args[record], out);
        System.out.print("\n=====\n" + out);
    }

    private static void evaluate(int number, String file, String answers, StringBuilder out) throws Exception {
        FormDef form;
        try (var reader = new FileReader(file, StandardCharsets.UTF_8);
            var instance = new FileReader(answers, StandardCharsets.UTF_8)) {
            form = new XFormParser(reader, instance).parse();
        }
        form.initialize(false, new InstanceInitializationFactory());
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
        NodeList binds = document.getElementsByTagName("bind");
        for (int index = 0; index < binds.getLength(); index++) {
            Element bind = (Element) binds.item(index);
            TreeReference nodeset = XPathReference.getPathExpr(bind.getAttribute("nodeset")).getReference();
            NamedNodeMap attributes = bind.getAttributes();
            for (int at = 0; at < attributes.getLength(); at++) {
                String name = attributes.item(at).getNodeName();
                if (!name.matches("x\\d+")) continue;
                for (TreeReference place : form.getEvaluationContext().expandReference(nodeset)) {
                    String told = told(form, place, attributes.item(at).getNodeValue());
                    out.append(number).append('\t').append(name.substring(1)).append('\t')
                        .append(place.toString(true)).append('\t').append(told).append('\n');
                }
            }
        }
    }

    private static String told(FormDef form, TreeReference place, String text) {
        try {
            EvaluationContext context = new EvaluationContext(form.getEvaluationContext(), place);
            Object value = XPathParseTool.parseXPath(text).eval(form.getMainInstance(), context);
            return words(XPathFuncExpr.unpack(value));
        } catch (Throwable error) {
            return "error\t" + encoded(error.getClass().getSimpleName() + ": " + error.getMessage());
        }
    }

    private static String words(Object value) {
        if (value instanceof Double) return "number\t" + value;
        if (value instanceof Boolean) return "boolean\t" + value;
        if (value instanceof Date) return "date\t" + ((Date) value).getTime();
        return "text\t" + encoded(String.valueOf(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
