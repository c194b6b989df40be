using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

var builder = WebApplication.CreateBuilder(args);
builder.Services.Configure<ForwardedHeadersOptions>(options =>
{
    options.ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
    // Without this line only a proxy on the same machine is trusted.
    options.KnownProxies.Add(IPAddress.Parse("10.0.0.5"));
});

var app = builder.Build();
app.UseForwardedHeaders(); // before authentication and before redirects to https
app.MapGet("/", (HttpRequest request) => $"{request.Scheme}://{request.Host}");
app.Run();
