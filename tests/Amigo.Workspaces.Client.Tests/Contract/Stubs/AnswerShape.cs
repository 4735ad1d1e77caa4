using WireMock.ResponseBuilders;

namespace Amigo.Workspaces.Client.Tests.Contract.Stubs;

/// <summary>Answers that occur in practice on every operation, whatever the contract documents for it.</summary>
internal static class AnswerShape
{
    public static IResponseBuilder ValidationText =>
        StubbedService.Json(422, """{"detail":"A development workspace cannot be converted."}""");

    public static IResponseBuilder ValidationIssues =>
        StubbedService.Json(
            422,
            """
            {"detail":[
              {"type":"string_type","loc":["body","numbers",1],"msg":"Input should be a valid string","input":7},
              {"type":"missing","loc":["body","slug"],"msg":"Field required","input":{}}
            ]}
            """
        );

    public static IResponseBuilder RateLimited =>
        StubbedService
            .Json(429, """{"detail":"Rate limit exceeded."}""")
            .WithHeader("Retry-After", "7")
            .WithHeader("X-RateLimit-Limit", "100")
            .WithHeader("X-RateLimit-Remaining", "0")
            .WithHeader("X-RateLimit-Reset", "1795305600");

    public static IResponseBuilder BadRequest => StubbedService.Json(400, """{"detail":"There was an error parsing the body"}""");

    public static IResponseBuilder CodeBesideDetail =>
        StubbedService.Json(403, """{"detail":"The plan does not include this.","error_code":"plan_limit","request_id":"req-in-body"}""");

    public static IResponseBuilder DetailObject =>
        StubbedService.Json(403, """{"detail":{"message":"The plan does not include this."},"error_code":"plan_limit"}""");

    public static IResponseBuilder MessageWithoutDetail => StubbedService.Json(500, """{"message":"Something broke."}""");

    public static IResponseBuilder HtmlFromProxy => Html(502, "502 Bad Gateway");

    public static IResponseBuilder EmptyError => Response.Create().WithStatusCode(500);

    public static IResponseBuilder UnknownStatus => StubbedService.Json(418, """{"detail":"I am a teapot."}""");

    public static IResponseBuilder Redirect => Response.Create().WithStatusCode(307).WithHeader("Location", "http://127.0.0.1:1/elsewhere");

    public static IResponseBuilder EmptySuccess => Response.Create().WithStatusCode(200).WithHeader("Content-Type", "application/json");

    public static IResponseBuilder HtmlSuccess => Html(200, "Sign in");

    private static IResponseBuilder Html(int status, string words) =>
        Response
            .Create()
            .WithStatusCode(status)
            .WithHeader("Content-Type", "text/html")
            .WithBody($"<html><head><title>{words}</title></head><body><h1>{words}</h1></body></html>");
}
